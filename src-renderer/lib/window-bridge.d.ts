import type { PageBridge } from '../../src-shared/bridge/page-bridge'

declare global {
  interface Window {
    /** Put there by the preload, under `pageBridgeName`; absent in a browser. */
    readonly connectBridge?: PageBridge
  }
}
