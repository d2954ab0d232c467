; Links and recipes for the program, from its installation on: electron-builder registers them on macOS and Linux alone, and the program itself only
; once it was started. Written as Electron writes it at each start, so that it knows its own: what follows `--` is never an option.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\neurocad" "" "URL:neurocad"
  WriteRegStr SHELL_CONTEXT "Software\Classes\neurocad" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\neurocad\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--" "%1"'
  ; electron-builder has registered recipes just before, whose names would come where options do.
  WriteRegStr SHELL_CONTEXT "Software\Classes\NeurocadConnect.Recipe\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--" "%1"'
!macroend

; A program that is gone takes no links. Nor does an update, until it has installed itself; another program's entry is left alone.
!macro customUnInstall
  Push $0
  ReadRegStr $0 SHELL_CONTEXT "Software\Classes\neurocad\shell\open\command" ""
  ${If} $0 == '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--" "%1"'
    DeleteRegKey SHELL_CONTEXT "Software\Classes\neurocad"
  ${EndIf}
  Pop $0
!macroend
