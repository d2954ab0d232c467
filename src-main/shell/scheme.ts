import { resolve } from 'node:path'
import type { SchemeStatus } from '../../src-shared/bridge/engine-message'
import { deepLinkScheme } from '../../src-shared/domain/deep-link'
import { desktopWords } from '../../src-shared/words/en/desktop'
import { type AppImage, registerAppImage, registeredEntry } from './appimage-links'
import { appImageEntryName } from './desktop-entry'

/** Of Electron's `app`. */
export interface SchemeRegister {
  setAsDefaultProtocolClient(scheme: string, path: string, args: string[]): boolean
  isDefaultProtocolClient(scheme: string, path: string, args: string[]): boolean
  getApplicationNameForProtocol(url: string): string
}

export interface Program {
  execPath: string
  /** As it was started: in development the second argument is the folder of the application. */
  argv: readonly string[]
  isPackaged: boolean
  demo: boolean
}

/**
 * What the system puts before a link. It ends in `--`, so that whatever a page wrote into the link is no option. In development the
 * program is Electron, which is told which application to run.
 */
export function schemeArguments({ argv, isPackaged, demo }: Omit<Program, 'execPath'>): string[] {
  const [, application = '.'] = argv
  return [...(isPackaged ? [] : [resolve(application)]), ...(demo ? ['--demo'] : []), '--']
}

/** Whether, and by whom, `neurocad://` links are opened on this computer. */
export class Scheme {
  private readonly args: string[]

  /** @param appImage where the program is one: Electron can register only what was installed */
  constructor(
    private readonly register: SchemeRegister,
    private readonly program: Program,
    private readonly appImage: Omit<AppImage, 'options'> | undefined,
  ) {
    this.args = schemeArguments(program)
  }

  /** At each start, because a program may have been moved. The demo takes links only where nobody else does. */
  async claim(): Promise<void> {
    if (this.program.demo && (await this.holder()) !== '') return
    if (this.appImage) await registerAppImage({ ...this.appImage, options: this.program.demo ? ['--demo'] : [] })
    else this.register.setAsDefaultProtocolClient(deepLinkScheme, this.program.execPath, this.args)
  }

  async status(): Promise<SchemeStatus> {
    const holder = await this.holder()
    const registered = this.appImage
      ? holder === appImageEntryName
      : this.register.isDefaultProtocolClient(deepLinkScheme, this.program.execPath, this.args)
    if (registered) return { registered, detail: desktopWords.linksComeHere }
    return { registered, detail: holder === '' ? desktopWords.linksGoNowhere : desktopWords.linksGoTo(holder) }
  }

  /** The name of the program that opens our links; empty where none does. */
  private async holder(): Promise<string> {
    if (this.appImage) return registeredEntry(this.appImage.run)
    return this.register.getApplicationNameForProtocol(`${deepLinkScheme}://`)
  }
}
