"""The rule-writer's picture of a sentence: what was found in it, which rules fired, which nearly did and why not."""
