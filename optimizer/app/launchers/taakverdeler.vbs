' Dubbelklik: opent de toepassing in de browser, zonder zwart venster.
CreateObject("WScript.Shell").Run """{program}"" app", 0, False
