"""Whether the same was asked before: two wordings held against each other, by trees and by where a sentence model places them."""
