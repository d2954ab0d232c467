import type { CredentialTypeKey } from '../../src-shared/domain/credential-type'
import { useConnect } from './use-connect'

/** What people call a type, from whatever was read of it so far; undefined while nothing was. */
export const useTypeName = (type: CredentialTypeKey | undefined): string | undefined =>
  useConnect((state) =>
    type === undefined ? undefined : (state.types[type]?.name ?? state.cards?.find((card) => card.type === type)?.name),
  )
