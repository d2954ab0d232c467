import type { Host } from './host'
import { saveText } from './save-text'

/** Hands a person something as a JSON file. */
export const saveJson = (host: Pick<Host, 'kind'>, fileName: string, value: unknown): Promise<'saved' | 'copied'> =>
  saveText(host, { name: fileName, type: 'application/json' }, [`${JSON.stringify(value, null, 2)}\n`])
