"""Records of meetings: put in, read, confirmed beside their sentences.

What is where:

    kept        `models`, `originals`, `blocks`; `standing`: a find as the last decision has it; `seals`
    put in      `uploads`, `intake`, `ocr`, `fields`; filed: `choosing`, `filing`, `filing_pages`, `refiling`, `linking`, `titles`
    the screen  `confirming`, `desk`, `cards`, `marks`, `digits`, `remarks`, `errata`, `recheck`
    decided     `actions`; corrected and added: `editing`, `suggesting`, `spans`
                many at once: `amending`, `alike`, `alike_pages`; the day of a meeting: `dating`, `dating_pages`
                a whole record: `setting_aside`, `setting_aside_pages`
    its story   `story_pages`: of one find, from the sentence to the ledger
    its story   `story_pages`
    listed      `views`, `lists`, `queries`, `exports`, `indexing`
    for others  `matching` (which place and day a find is of), `annotated` (what the reader learns from)
"""
