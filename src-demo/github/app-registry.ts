import { generateKeyPair, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { openJsonFile } from '../json-file'
import type { Derive } from '../seed'
import { demoApp, demoAppSecrets, type GitHubApp } from './app'

const Permissions = z.record(z.string(), z.enum(['read', 'write']))
const StoredApp: z.ZodType<GitHubApp> = z.object({
  appId: z.number().int(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  webhookSecret: z.string(),
  privateKey: z.string(),
  permissions: Permissions,
  events: z.array(z.string()),
  callbackUrls: z.array(z.string()),
  createdAt: z.string(),
})
const AppsFile = z.object({ format: z.literal(1), origin: z.string(), demoKey: z.string(), made: z.array(StoredApp) })

/** What a manifest says of an App that is to be made. */
export type NewApp = Pick<GitHubApp, 'name' | 'description' | 'permissions' | 'events' | 'callbackUrls'>

/** Every App registered here. The demo's own is the first. */
export interface AppRegistry {
  demo: GitHubApp
  all(): GitHubApp[]
  /** Draws id, slug, secrets and key. Resolves when they are on disk. */
  register(app: NewApp): Promise<GitHubApp>
}

interface RegistryOptions {
  folder: string
  derive: Derive
  /** Where `callbackUrls` are. */
  origin: string
  /** The demo App's own. */
  callbackUrls: string[]
}

/**
 * The Apps that were made, with their secrets and keys, in a file of the demo's folder, and the key of the demo's own, because a key pair is
 * not derived: it is in no repository and still the same after a restart.
 */
export async function openAppRegistry({ folder, derive, origin, callbackUrls }: RegistryOptions): Promise<AppRegistry> {
  const file = await openJsonFile(join(folder, 'github-apps.json'), AppsFile, { format: 1, origin, demoKey: '', made: [] })
  const { content } = file
  // Apps made for this program follow it to the port that it has now.
  const moved = (url: string): string => (url.startsWith(`${content.origin}/`) ? origin + url.slice(content.origin.length) : url)
  for (const app of content.made) app.callbackUrls = app.callbackUrls.map(moved)
  const isNew = content.demoKey === ''
  if (isNew) content.demoKey = await demoKey()
  if (isNew || content.origin !== origin) {
    content.origin = origin
    await file.save()
  }
  const demo: GitHubApp = { ...demoApp, ...demoAppSecrets(derive), callbackUrls, privateKey: content.demoKey }
  const all = () => [demo, ...content.made]
  return {
    demo,
    all,
    async register(app) {
      const made: GitHubApp = {
        ...app,
        privateKey: await drawKey('pkcs1'),
        appId: demoApp.appId + content.made.length + 1,
        slug: freeSlug(
          app.name,
          all().map(({ slug }) => slug),
        ),
        clientId: `Iv23${randomBytes(8).toString('hex')}`,
        clientSecret: randomBytes(20).toString('hex'),
        webhookSecret: randomBytes(20).toString('hex'),
        createdAt: new Date().toISOString(),
      }
      content.made.push(made)
      await file.save()
      return made
    },
  }
}

let drawn: Promise<string> | undefined

/** Drawn once per process: that takes 150 ms of a processor, and a test process starts many demos, each in a new folder. */
function demoKey(): Promise<string> {
  drawn ??= drawKey('pkcs8')
  return drawn
}

/** GitHub hands out PKCS#1. The demo's own is PKCS#8, so that programs meet both. */
async function drawKey(type: 'pkcs1' | 'pkcs8'): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return privateKey.export({ type, format: 'pem' }).toString()
}

function freeSlug(name: string, taken: string[]): string {
  const slug =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'app'
  let free = slug
  for (let count = 2; taken.includes(free); count++) free = `${slug}-${count}`
  return free
}
