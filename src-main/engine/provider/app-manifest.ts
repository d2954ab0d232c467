/** A form that a person's browser posts to a provider. */
export interface ManifestForm {
  action: string
  fields: Readonly<Record<string, string>>
}

/** Where a provider makes a person's app itself, from a description that their browser brings (GitHub's App manifests). */
export interface AppManifestFlow {
  /**
   * @param callbackOrigin origin of this program, where the answer goes: `<callbackOrigin>/api/<type>/manifest/callback`
   * @param state comes back with the answer
   */
  form(request: { callbackOrigin: string; state: string }): ManifestForm
  /**
   * Exchanges the answer's code for the app: what the type's `appFields` declare, secrets included.
   * Rejects with `PROVIDER_ERROR` or `PROVIDER_TIMEOUT`.
   */
  redeem(code: string): Promise<Record<string, string>>
}
