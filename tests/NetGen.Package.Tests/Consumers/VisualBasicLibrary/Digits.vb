Imports NetGen

<Network(2)>
<Dense(3)>
Public Class Digits
End Class
