// `npm run package`: builds, then packages for this platform into `out/package`, or for what is said, as in `-- --linux dir`.
// `-- --unsigned` makes a package to try out; without it a release that nobody signed is an error.
import { createTargets, Platform, build as pack } from 'electron-builder'
import config from '../electron-builder.config.mjs'
import { build } from './build.mjs'
import { root } from './root.mjs'

const platforms = { '--linux': Platform.LINUX, '--mac': Platform.MAC, '--win': Platform.WINDOWS }

const args = process.argv.slice(2)
const unsigned = args.includes('--unsigned')
const asked = Object.entries(platforms).flatMap(([name, platform]) => (args.includes(name) ? [platform] : []))
const targets = args.filter((arg) => !arg.startsWith('--'))

try {
  await build()
  const files = await pack({
    projectDir: root,
    targets: createTargets(asked.length > 0 ? asked : [Platform.current()], targets[0] ?? null),
    publish: 'never',
    config: unsigned ? { ...config, forceCodeSigning: false } : config,
  })
  process.stdout.write(`${files.join('\n')}\n`)
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  const unreachable = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(message)
  process.stderr.write(
    unreachable ? `Electron's binary, which is packed along, could not be fetched (${message}).\n` : `${message}\n`,
  )
  process.exitCode = 1
}
