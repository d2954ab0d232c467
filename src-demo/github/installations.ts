import { join } from 'node:path'
import { z } from 'zod'
import { openJsonFile } from '../json-file'
import type { GitHubAccount, GitHubRepository } from './directory'

const RepositoryChoice = z.union([z.literal('all'), z.array(z.string())])
/** Every repository of the account, those to come included, or the names of some. */
export type RepositoryChoice = z.infer<typeof RepositoryChoice>

const Installation = z.object({
  id: z.number().int(),
  appId: z.number().int(),
  /** Login of the account it is on. */
  account: z.string(),
  repositories: RepositoryChoice,
  createdAt: z.string(),
  updatedAt: z.string(),
  suspended: z.object({ at: z.string(), by: z.string() }).nullable(),
})
/** An App on an account. */
export type Installation = z.infer<typeof Installation>

const InstallationsFile = z.object({ format: z.literal(1), next: z.number().int(), installations: z.array(Installation) })

/** Which App is installed where. Each change resolves when it is on disk. */
export interface Installations {
  find(id: number): Installation | undefined
  of(appId: number): Installation[]
  all(): readonly Installation[]
  /** On an account that has the App already, its choice of repositories is replaced and its id stays. */
  install(appId: number, account: string, repositories: RepositoryChoice): Promise<{ installation: Installation; isNew: boolean }>
  configure(installation: Installation, repositories: RepositoryChoice): Promise<void>
  suspend(installation: Installation, by: string): Promise<void>
  unsuspend(installation: Installation): Promise<void>
  /** The id is never given again. */
  uninstall(installation: Installation): Promise<void>
}

/** Reads the list, or starts an empty one. Rejects with `UnreadableDemoFile` on a file that it did not write. */
export async function openInstallations(folder: string): Promise<Installations> {
  const path = join(folder, 'github-installations.json')
  const { content, save } = await openJsonFile(path, InstallationsFile, { format: 1, next: 52_000_001, installations: [] })
  const change = (installation: Installation, to: Partial<Installation>): Promise<void> => {
    Object.assign(installation, to, { updatedAt: now() })
    return save()
  }
  return {
    find: (id) => content.installations.find((installation) => installation.id === id),
    of: (appId) => content.installations.filter((installation) => installation.appId === appId),
    all: () => content.installations,
    async install(appId, account, repositories) {
      const existing = content.installations.find((candidate) => candidate.appId === appId && candidate.account === account)
      if (existing !== undefined) {
        await change(existing, { repositories })
        return { installation: existing, isNew: false }
      }
      const at = now()
      const installation = { id: content.next++, appId, account, repositories, createdAt: at, updatedAt: at, suspended: null }
      content.installations.push(installation)
      await save()
      return { installation, isNew: true }
    },
    configure: (installation, repositories) => change(installation, { repositories }),
    suspend: (installation, by) => change(installation, { suspended: { at: now(), by } }),
    unsuspend: (installation) => change(installation, { suspended: null }),
    uninstall(installation) {
      content.installations = content.installations.filter((candidate) => candidate !== installation)
      return save()
    },
  }
}

/** The repositories that an installation covers. */
export const coveredBy = ({ repositories }: Installation, account: GitHubAccount): GitHubRepository[] =>
  account.repositories.filter(({ name }) => repositories === 'all' || repositories.includes(name))

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z')
