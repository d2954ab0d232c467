import { createContext, useContext } from 'react'
import type { StoreApi } from 'zustand'
import { useStore } from 'zustand'
import type { ConnectState } from './connect-store'

export const ConnectStore = createContext<StoreApi<ConnectState> | undefined>(undefined)

export function useConnectStore(): StoreApi<ConnectState> {
  const store = useContext(ConnectStore)
  if (store === undefined) throw new Error('No ConnectStore above this component.')
  return store
}

export function useConnect<Selected>(select: (state: ConnectState) => Selected): Selected {
  return useStore(useConnectStore(), select)
}
