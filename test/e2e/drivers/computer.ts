/** What a person finds in a menu. */
export interface MenuLine {
  label: string
  enabled: boolean
}

/** The computer around a desktop, as far as a test moves it or looks at it. */
export interface Computer {
  /** Seconds since somebody touched it. The program asks every five. */
  setIdle(seconds: number): Promise<void>
  /** As its system tells programs. */
  power(moment: 'suspend' | 'resume'): Promise<void>
  /** What keeps secrets on it; `basic_text` seals nothing. */
  setKeyring(backend: 'gnome_libsecret' | 'basic_text'): Promise<void>
  tray(): Promise<{ tooltip: string; menu: MenuLine[] } | null>
  clickTray(label: string): Promise<void>
  notifications(): Promise<{ title: string; body: string }[]>
  clickNotification(title: string): Promise<void>
  /** Number on the program's icon. */
  badge(): Promise<number>
  /** What the system's browser was asked to open, oldest first. */
  openedOutside(): Promise<string[]>
  /** The program is started once more with this on its command line, as Windows and Linux deliver a link. Resolves when that start ended. */
  startAgain(...args: string[]): Promise<void>
  /** A link as macOS delivers it. */
  openUrl(url: string): Promise<void>
  /** A file as macOS delivers it. */
  openFile(path: string): Promise<void>
  /** Messages that the system showed for the program, oldest first: what they say at first. */
  messages(): Promise<string[]>
}
