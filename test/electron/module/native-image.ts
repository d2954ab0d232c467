import { readFileSync } from 'node:fs'
import type { NativeImage } from 'electron'
import { standIn } from '../stand-in'

/** Pictures are looked at by nobody; what matters is whether there is one. */
function image(bytes: Buffer): NativeImage {
  return standIn<NativeImage>('NativeImage')({
    setTemplateImage(_option: boolean): void {},
    resize: () => image(bytes),
  })
}

export const nativeImage = standIn<typeof Electron.nativeImage>('nativeImage')({
  /** As in Electron, a file that cannot be read is an empty image. */
  createFromPath(path: string): NativeImage {
    try {
      return image(readFileSync(path))
    } catch {
      return image(Buffer.alloc(0))
    }
  },
})
