import { callContext } from './context'
import { api, forward } from './forward'

const { upload } = api.import

export const importProcedures = {
  ...forward('import'),
  /** Bytes cross threads and ports; a file does not. */
  upload: upload.handler(async ({ context, input }) => {
    const bytes = new Uint8Array(await input.arrayBuffer())
    return context.engine.useCases.import.upload(callContext(context), { bytes })
  }),
}
