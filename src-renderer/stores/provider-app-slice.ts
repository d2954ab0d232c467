import type { Inputs, Outputs } from '../../src-shared/contract'
import type { ProviderAppView } from '../../src-shared/contract/provider-app'
import type { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import type { Slice } from './connect-store'

interface ProviderAppData {
  providerApps: Partial<Record<string, ProviderAppView>>
}

export const noProviderApps: ProviderAppData = { providerApps: {} }

export interface ProviderAppSlice extends ProviderAppData {
  loadProviderApp(type: CredentialTypeKey): Promise<void>
  saveProviderApp(app: Inputs['providerApp']['set']): Promise<void>
  removeProviderApp(type: CredentialTypeKey): Promise<void>
  /** Opens the page where the provider makes an app for the person. The app comes as an event. */
  makeProviderApp(type: CredentialTypeKey): Promise<Outputs['providerApp']['startManifest']>
  providerAppChanged(app: ProviderAppView): void
}

export const providerAppSlice: Slice<ProviderAppSlice> = (set, get) => ({
  ...noProviderApps,

  async loadProviderApp(type) {
    const { epoch, client } = get()
    const app = await client.providerApp.get({ type })
    if (get().epoch === epoch) set((state) => ({ providerApps: { ...state.providerApps, [type]: app } }))
  },

  async saveProviderApp(app) {
    get().providerAppChanged(await get().client.providerApp.set(app))
  },

  async removeProviderApp(type) {
    get().providerAppChanged(await get().client.providerApp.remove({ type }))
  },

  async makeProviderApp(type) {
    const { client, host } = get()
    const page = await client.providerApp.startManifest({ type })
    host.openPage(page.url)
    return page
  },

  providerAppChanged(app) {
    set((state) => ({ providerApps: { ...state.providerApps, [app.type]: app } }))
    // Whether a type can be authorized at all depends on it.
    get().reloadTypes()
  },
})
