import type { UseCases } from '../engine'
import type { Imports } from '../import/use-cases'
import { exportVault, type TransferParts } from './export-vault'
import { importExport, previewExport } from './import-export'

/** Exports of this program, out and in again. A file to import is brought like any other (`import.upload`). */
export const transferUseCases = (parts: TransferParts, imports: Imports): Pick<UseCases, 'transfer'> => ({
  transfer: {
    export: ({ actor }, input) => exportVault(parts, actor, input),
    preview: (context, { importId, exportPassword }) =>
      imports.ownExport(context, importId, (bytes) => previewExport(parts, context.actor, bytes, exportPassword)),
    commit: (context, { importId, ...how }) =>
      imports.ownExport(context, importId, (bytes) => importExport(parts, context.actor, bytes, how)),
  },
})
