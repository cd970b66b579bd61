module Consumer.Rate

open NetGen

/// What any language can use.
let schedule = CosineSchedule(epochs = 40)
