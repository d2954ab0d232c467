import { EngineError } from '../engine/error'
import { DemoMixedError } from '../engine/vault/demo-mixed-error'
import type { WireFailure } from './session-messages'

export function toWire(error: unknown): WireFailure {
  if (error instanceof EngineError) return { name: 'EngineError', code: error.code, message: error.message, data: error.data }
  if (error instanceof DemoMixedError) return { name: 'DemoMixedError', vaultIsDemo: error.vaultIsDemo }
  return {
    name: 'Unexpected',
    stack: error instanceof Error ? (error.stack ?? error.message) : 'a value that is not an error was thrown',
  }
}

export function fromWire(failure: WireFailure): Error {
  if (failure.name === 'EngineError') return new EngineError(failure.code, failure.data, failure.message)
  if (failure.name === 'DemoMixedError') return new DemoMixedError(failure.vaultIsDemo)
  const error = new Error('the vault session failed')
  error.stack = failure.stack
  return error
}
