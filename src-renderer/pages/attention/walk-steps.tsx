import { attentionWords } from '../../../src-shared/words/en/attention'
import { Button } from '../../components/button'
import type { Walk } from '../../lib/walk'
import { useConnect } from '../../stores/use-connect'

/** How far a walk is, and the ways out of this step and of all of them. */
export function WalkSteps({ walk }: { walk: Walk }) {
  const walkOn = useConnect((state) => state.walkOn)
  const stopWalk = useConnect((state) => state.stopWalk)
  const last = walk.at + 1 === walk.ids.length
  return (
    <>
      <span role="status" className="mr-auto text-muted">
        {attentionWords.step(walk.at + 1, walk.ids.length)}
      </span>
      <Button look="quiet" onClick={stopWalk}>
        {attentionWords.stop}
      </Button>
      {!last && <Button onClick={walkOn}>{attentionWords.skip}</Button>}
    </>
  )
}
