import { type FileRefusal, type ReadFile, readRecipeFile } from './read-recipe-file'
import { recipePath } from './recipe-path'

export interface FileTaker {
  /** The text of a recipe that somebody opened. */
  recipe(text: string): void
  refused(why: FileRefusal): void
}

/** Keeps what was opened until there is somebody to show it: the newest alone. */
export class FileInbox {
  private waiting: ReadFile | undefined
  private taker: FileTaker | undefined
  private newest = 0

  /** @param log told why a file was not taken, and nothing of it */
  constructor(
    private readonly log: (line: string) => void,
    private readonly platform: NodeJS.Platform,
  ) {}

  /** Reads the one file that the system handed over, by its absolute path. Rejects never. */
  async receive([given, ...others]: readonly string[]): Promise<void> {
    if (given === undefined) return
    const turn = ++this.newest
    const path = recipePath(given, this.platform)
    const read: ReadFile =
      others.length > 0
        ? { refusal: 'several' }
        : path === undefined
          ? { refusal: 'not_named_recipe' }
          : await readRecipeFile(path)
    if ('refusal' in read) this.log(`a file was refused: ${read.refusal}`)
    // A small one may be read sooner than a large one that was opened before it.
    if (turn !== this.newest) return
    this.waiting = read
    this.deliver()
  }

  /** From now on `taker` is given what is opened, and the one that waited. */
  open(taker: FileTaker): void {
    this.taker = taker
    this.deliver()
  }

  private deliver(): void {
    const { waiting, taker } = this
    if (waiting === undefined || taker === undefined) return
    this.waiting = undefined
    if ('text' in waiting) taker.recipe(waiting.text)
    else taker.refused(waiting.refusal)
  }
}
