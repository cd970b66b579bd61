namespace Consumer

open NetGen

[<Sealed; Network(2)>]
[<Dense(3)>]
type Digits() = class end
