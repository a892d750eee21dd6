; Vesper's installer for Windows, for one user, without administrator's rights. Compiled by installer/windows.py, which
; gives VERSION, NUMBERS (four of them), BUNDLE, FILES (lists of the bundle's files), OUT, SIZE_KB, LICENCE, ICON.
!ifdef STUB
  Target ${STUB}
!endif
Unicode true
ManifestDPIAware true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "${FILES}"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Vesper"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"

Name "Vesper"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Vesper"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Vesper"
VIAddVersionKey "FileDescription" "Vesper's installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Vesper authors, MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\vesper.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString NAME_PROGRAM ${LANG_ENGLISH} "Vesper (required)"
LangString NAME_PROGRAM ${LANG_GERMAN} "Vesper (erforderlich)"
LangString NAME_MENU ${LANG_ENGLISH} "Start menu entry"
LangString NAME_MENU ${LANG_GERMAN} "Eintrag im Startmenü"
LangString NAME_DESKTOP ${LANG_ENGLISH} "Shortcut on the desktop"
LangString NAME_DESKTOP ${LANG_GERMAN} "Verknüpfung auf dem Desktop"
LangString RUNNING ${LANG_ENGLISH} "Vesper is running. She will be closed."
LangString RUNNING ${LANG_GERMAN} "Vesper läuft. Sie wird beendet."
LangString STUCK ${LANG_ENGLISH} "Vesper's files are still in use. Close her and try again."
LangString STUCK ${LANG_GERMAN} "Vespers Dateien sind noch in Gebrauch. Beende sie und versuche es noch einmal."
LangString MINE ${LANG_ENGLISH} "Delete what is yours too: settings, memory and models?$\r$\nIf not, they are there when you install Vesper again."
LangString MINE ${LANG_GERMAN} "Auch deine Daten löschen: Einstellungen, Erinnerungen und Modelle?$\r$\nWenn nicht, sind sie bei einer neuen Installation wieder da."

; A program's file cannot be opened for writing while it runs.
!macro CloseVesper PREFIX
Function ${PREFIX}CloseVesper
  ${IfNot} ${FileExists} "$INSTDIR\vesper.exe"
    Return
  ${EndIf}
  Call ${PREFIX}IsRunning
  ${If} $0 == 0
    Return
  ${EndIf}
  MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(RUNNING)" /SD IDOK IDOK agreed
    SetErrorLevel 1
    Quit
  agreed:
  nsExec::Exec 'taskkill /IM vesper.exe'
  Pop $0
  StrCpy $1 0
  ${Do}
    Sleep 500
    Call ${PREFIX}IsRunning
    ${If} $0 == 0
      Return
    ${EndIf}
    IntOp $1 $1 + 1
    ${If} $1 == 10
      nsExec::Exec 'taskkill /F /IM vesper.exe'
      Pop $0
      nsExec::Exec 'taskkill /F /IM vesper-engine.exe'
      Pop $0
    ${EndIf}
  ${LoopUntil} $1 > 20
  SetErrorLevel 3
  MessageBox MB_OK|MB_ICONSTOP "$(STUCK)" /SD IDOK
  Quit
FunctionEnd

Function ${PREFIX}IsRunning
  ClearErrors
  FileOpen $2 "$INSTDIR\vesper.exe" a
  ${If} ${Errors}
    StrCpy $0 1
  ${Else}
    FileClose $2
    StrCpy $0 0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro CloseVesper ""
!insertmacro CloseVesper "un."

Section "$(NAME_PROGRAM)" SectionProgram
  SectionIn RO
  Call CloseVesper
  ; An older version takes its own files away, so that none of them is left among the new ones.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    CopyFiles /SILENT "$INSTDIR\uninstall.exe" "$PLUGINSDIR\older.exe"
    ExecWait '"$PLUGINSDIR\older.exe" /S /UPGRADE _?=$INSTDIR'
  ${EndIf}
  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Vesper"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\vesper.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Vesper authors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "$(NAME_MENU)" SectionMenu
  CreateShortcut "$SMPROGRAMS\Vesper.lnk" "$INSTDIR\vesper.exe"
SectionEnd

Section /o "$(NAME_DESKTOP)" SectionDesktop
  CreateShortcut "$DESKTOP\Vesper.lnk" "$INSTDIR\vesper.exe"
SectionEnd

Section "Uninstall"
  Call un.CloseVesper
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  Delete "$SMPROGRAMS\Vesper.lnk"
  Delete "$DESKTOP\Vesper.lnk"
  DeleteRegValue HKCU "${RUN_KEY}" "vesper"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(MINE)" /SD IDNO IDNO kept
    RMDir /r "$LOCALAPPDATA\vesper"
  kept:
SectionEnd
