import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'
import { standIn } from '../stand-in'

class NativeThemeFace extends EventEmitter {
  private source: NativeTheme['themeSource'] = 'system'

  get themeSource(): NativeTheme['themeSource'] {
    return this.source
  }
  set themeSource(source: NativeTheme['themeSource']) {
    this.source = source
    this.emit('updated')
  }
  /** The system itself is light. */
  get shouldUseDarkColors(): boolean {
    return this.source === 'dark'
  }
}

export const nativeTheme = standIn<NativeTheme>('nativeTheme')(new NativeThemeFace())
