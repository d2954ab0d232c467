import { html } from 'hono/html'
import { demoPage, type Html } from '../consent-page'
import type { StoredAsset } from './asset-store'

/** What a browser shows of a share link. `download`: the same address, for the file itself. */
export const sharePage = ({ fileName, size, sha256 }: StoredAsset, download: string, expiresAt: number): Html =>
  demoPage(
    fileName,
    html`
    <h1>${fileName}</h1>
    <p>Shared with you from Neurocad, until ${new Date(expiresAt).toUTCString()}.</p>
    <ul><li>${size} bytes</li><li>SHA-256 ${sha256}</li></ul>
    <p><a href="${download}" download>Download ${fileName}</a></p>`,
  )

export const expiredPage = (): Html =>
  demoPage(
    'Link expired',
    html`
    <h1>This link has expired</h1>
    <p>Whoever shared the file with you can make another one.</p>`,
  )
