/**
 * Endings of files that some system runs, or lets a program run from, when they are opened: programs and installers, scripts, shortcuts,
 * disk images, and documents that are programs to whoever opens them.
 */
const endings = new Set(
  [
    'exe com scr pif cpl msi msix msixbundle msp mst appx appxbundle appinstaller application gadget dll ocx sys drv',
    'bat cmd ps1 psm1 psd1 ps1xml vb vbs vbe vbscript js jse mjs cjs ws wsf wsh wsc sct hta reg inf job lnk url scf',
    'library-ms search-ms searchconnector-ms settingcontent-ms theme themepack diagcab msc mde accde ade xll jar jnlp',
    'app action command tool terminal scpt scptd applescript workflow pkg mpkg dmg kext prefpane saver plugin bundle service',
    'webloc inetloc fileloc mobileconfig osax definition',
    'sh bash zsh csh ksh fish run bin out elf appimage deb rpm snap flatpak flatpakref flatpakrepo desktop ko so',
    'py pyw pyc pyz pl pm rb php tcl lua ahk au3 html htm xhtml shtml mht mhtml svg xml xsl chm hlp',
    'iso img vhd vhdx docm dotm xlsm xltm xlam pptm potm ppam ppsm sldm slk iqy one rdp',
  ].flatMap((line) => line.split(' ')),
)

/** Whether opening a file of this name could run something. A guess by its ending, which is all that a system goes by. Pure. */
export function mayBeProgram(name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase().replace(/[. ]+$/, ''))?.[1]
  return ending !== undefined && endings.has(ending)
}
