/** Between the benchmark and the thread that it watches. */
export const LOOP_CHANNEL = 'neurocad-bench-loop'

/** Answered once the loop comes to it, so whatever holds it up now is in the answer. */
export interface LoopQuestion {
  kind: 'ask'
}

/** The longest time between two looks since the last answer, in milliseconds; one lies between looks when nothing happens. */
export interface LoopAnswer {
  kind: 'answer'
  longest: number
}
