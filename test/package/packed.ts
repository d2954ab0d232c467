import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { build, type PackagerOptions, Platform } from 'electron-builder'
import config from '../../electron-builder.config.mjs'
import { root } from '../../scripts/root.mjs'
import { writeElectronDistribution } from './electron-distribution'

/** The application as electron-builder packs it for Linux, from the configuration of releases. Only Electron itself is made up. */
export interface Packed {
  /** Absolute path of the binary. */
  binary: string
  /** Absolute path of the archive. */
  archive: string
  /** Every file in the archive, with slashes and without a leading one. */
  files: string[]
  /** Absolute path of a folder of this test's own, which is not there yet. */
  dataFolder: string
  /** Takes the archive apart into a folder, away from this repository, and answers with that folder. */
  extract(): string
  remove(): void
}

export async function packApplication(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'neurocad-package-'))
  await pack(folder, { targets: Platform.LINUX.createTarget('dir') })
  const program = join(folder, 'package', 'linux-unpacked')
  const archive = join(program, 'resources', 'app.asar')
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1))
  // Folders are listed as well.
  const files = names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)))
  return {
    binary: join(program, 'neurocad-connect'),
    archive,
    files,
    dataFolder: join(folder, 'vault'),
    extract() {
      const application = join(folder, 'application')
      extractAll(archive, application)
      return application
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** The desktop entry of the AppImage, which is made up to the point where tools from elsewhere would be needed. */
export async function desktopEntry(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'neurocad-package-'))
  let entry: string | undefined
  try {
    await pack(folder, {
      targets: Platform.LINUX.createTarget('AppImage'),
      effectiveOptionComputed: async ({ desktop }: { desktop: string }) => {
        entry = desktop
        return true
      },
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
  if (entry === undefined) throw new Error('there was no desktop entry')
  return entry
}

function pack(folder: string, options: Pick<PackagerOptions, 'targets' | 'effectiveOptionComputed'>): Promise<string[]> {
  const electronDist = join(folder, 'electron')
  writeElectronDistribution(electronDist)
  const directories = { ...config.directories, output: join(folder, 'package') }
  return build({ ...options, projectDir: root, publish: 'never', config: { ...config, electronDist, directories } })
}
