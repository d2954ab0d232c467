import { useLocation } from 'wouter'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { paletteWords } from '../../../src-shared/words/en/palette'
import { paths } from '../../lib/paths'
import { problemFrom } from '../../lib/problem'
import { useConnectStore } from '../../stores/use-connect'
import { useMend } from '../../stores/use-mend'

interface ConnectionActions {
  open(connection: ConnectionView): void
  reconnect(connection: ConnectionView): void
  test(connection: ConnectionView): void
}

/** What the palette does with a connection, from whichever page is below it. */
export function useConnectionActions(onClose: () => void): ConnectionActions {
  const [, navigate] = useLocation()
  const store = useConnectStore()
  const mend = useMend()
  const open = ({ id }: ConnectionView) => {
    onClose()
    navigate(paths.connection(id))
  }
  return {
    open,
    reconnect(connection) {
      onClose()
      // Where it cannot be started, its page says why and what to do.
      mend(connection).catch(() => open(connection))
    },
    test({ id, name }) {
      onClose()
      const { test, notify } = store.getState()
      test(id).then(
        ({ result, error }) =>
          result === 'success' ? notify(paletteWords.works(name)) : notify(paletteWords.failed(name), error, 'warn'),
        (error: unknown) => notify(paletteWords.notTested(name), problemFrom(error).sentence, 'warn'),
      )
    },
  }
}
