import { Provider, type UpdateInfo } from 'electron-updater'
import { type ProviderRuntimeOptions, parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider'
import { isSignedFeed } from './feed-signature'

export interface SignedFeedOptions {
  /** Address of the folder with the list, its signature and the files. */
  url: string
  /** PEM. */
  publicKey: string
}

/** The feed is not one that this program may follow. */
class UnsignedFeedError extends Error {
  override name = 'UnsignedFeedError'

  constructor() {
    super('the list of updates is not signed with the key of this program')
  }
}

/**
 * A folder on a web server, as electron-builder writes it, with a signature beside the list: `latest.yml` and `latest.yml.sig`.
 * electron-updater trusts the web server on Linux, and the server's word about who must have signed elsewhere; this one does not.
 */
export class SignedFeed extends Provider<UpdateInfo> {
  private readonly base: URL

  constructor(
    private readonly options: SignedFeedOptions,
    runtime: ProviderRuntimeOptions,
  ) {
    super({ ...runtime, isUseMultipleRangeRequest: false })
    this.base = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`)
  }

  async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`
    const address = new URL(name, this.base)
    const list = await this.httpRequest(address)
    const signature = await this.httpRequest(new URL(`${name}.sig`, this.base))
    if (list === null || signature === null || !isSignedFeed(list, signature, this.options.publicKey))
      throw new UnsignedFeedError()
    return parseUpdateInfo(list, name, address)
  }

  resolveFiles(info: UpdateInfo) {
    return resolveFiles(info, this.base)
  }
}
