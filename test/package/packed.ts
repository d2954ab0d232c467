import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { build, Platform } from 'electron-builder'
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
  const distribution = join(folder, 'electron')
  writeElectronDistribution(distribution)
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      electronDist: distribution,
      directories: { ...config.directories, output: join(folder, 'package') },
    },
  })
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
