import type { Inputs, Outputs } from '../../src-shared/contract'
import { fail } from './client-failure'

/** The password of the export that is imported. */
const filePassword = 'a password for the file'

/** Answers about exports. */
export function transferAnswers() {
  return {
    'transfer.export': ({ password, folder }: Inputs['transfer']['export']): Outputs['transfer']['export'] => {
      if (password.includes('wrong')) fail('WRONG_PASSWORD')
      const path = `${folder ?? '/home/ada/Downloads'}/neurocad-connect-2026-01-31.neurocad-export`
      return { path, bytes: 20_480, connections: 12, apps: 2, unreadable: 0 }
    },
    'transfer.preview': ({ exportPassword }: Inputs['transfer']['preview']): Outputs['transfer']['preview'] => {
      const message = 'That is not the password of this file.'
      if (exportPassword !== filePassword) fail('INVALID_INPUT', { fields: [{ path: 'exportPassword', message }] })
      return {
        exportedAt: new Date(Date.now() - 86_400_000).toISOString(),
        counts: { new: 1, exists: 1, refused: 1 },
        items: [
          { kind: 'connection', type: 'slackApi', name: 'Acme', account: 'Acme workspace', standing: 'new' },
          { kind: 'provider_app', type: 'slackApi', name: '1234.5678', account: null, standing: 'exists' },
          { kind: 'connection', type: 'serviceApi', name: 'Services', account: 'Services', standing: 'refused' },
        ],
      }
    },
    'transfer.commit': (): Outputs['transfer']['commit'] => ({ connections: 1, apps: 0, skipped: 1, refused: 1 }),
  }
}
