@echo off
rem Dubbelklik: opent de toepassing in de browser. Sluit dit venster pas na 'Afsluiten'.
"{program}" app
if errorlevel 1 pause
