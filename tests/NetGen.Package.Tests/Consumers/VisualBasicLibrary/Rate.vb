Imports NetGen

''' <summary>What any language can use.</summary>
Public Module Rate
    Public ReadOnly Schedule As LearningRateSchedule = New CosineSchedule(40)
End Module
