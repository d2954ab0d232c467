import { Download, Ellipsis, FileUp, type LucideIcon, Play, Rocket, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import { recipeListWords } from '../../../src-shared/words/en/recipe-list'
import { recipePageWords } from '../../../src-shared/words/en/recipe-page'
import { Button } from '../../components/button'
import { IconButton } from '../../components/icon-button'
import { RelativeTime } from '../../components/relative-time'
import { VerdictIcon } from '../../components/verdict-icon'
import { stopCount } from '../../lib/verdict-in-words'
import type { RecipeActions } from './use-recipe-actions'

interface RecipeHeaderProps {
  recipe: RecipeView
  actions: RecipeActions
  onReplace(): void
  onRemove(): void
}

export function RecipeHeader({ recipe, actions, onReplace, onRemove }: RecipeHeaderProps) {
  const { name, verdict, version, updatedAt } = recipe
  return (
    <header className="flex flex-wrap items-start gap-x-3.5 gap-y-3">
      <div className="min-w-56 flex-1">
        <h1 className="break-words font-semibold text-title tracking-tight">
          <bdi>{name}</bdi>
        </h1>
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1" role="status">
          <VerdictIcon verdict={verdict} />
          <span className={verdict.ok ? 'font-medium text-ok-ink' : 'font-medium text-warn-ink'}>
            {verdict.ok ? recipeListWords.wouldDeploy : recipeListWords.stops(stopCount(verdict))}
          </span>
          <span className="text-muted">
            · {recipePageWords.version(version)} · <RelativeTime at={updatedAt} />
          </span>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <More onReplace={onReplace} onExport={actions.export} onRemove={onRemove} />
        <Button
          busy={actions.running}
          disabled={actions.run === undefined}
          title={actions.run === undefined ? recipePageWords.runNeedsDeployment : undefined}
          onClick={actions.run}
          aria-keyshortcuts="r"
        >
          <Play aria-hidden />
          {recipePageWords.run}
        </Button>
        <Button look="primary" busy={actions.deploying} onClick={actions.deploy} aria-keyshortcuts="d">
          {!actions.deploying && <Rocket aria-hidden />}
          {recipePageWords.deploy}
        </Button>
      </div>
    </header>
  )
}

interface MoreProps {
  onReplace(): void
  onExport(): void
  onRemove(): void
}

function More({ onReplace, onExport, onRemove }: MoreProps) {
  const items: [label: string, icon: LucideIcon, run: () => void][] = [
    [recipePageWords.replace, FileUp, onReplace],
    [recipePageWords.export, Download, onExport],
    [recipePageWords.remove, Trash2, onRemove],
  ]
  return (
    // Not modal: a modal menu writes a <style> element, which the content security policy refuses.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={recipePageWords.more} className="size-8 border border-line-strong bg-card">
          <Ellipsis />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="rise-in z-50 min-w-44 rounded-card border border-line bg-float p-1 shadow-float outline-none"
        >
          {items.map(([label, Icon, run]) => (
            <DropdownMenu.Item
              key={label}
              onSelect={run}
              className="flex h-8 items-center gap-2.5 rounded-control px-2 outline-none data-highlighted:bg-pressed"
            >
              <Icon className="size-4 text-muted" aria-hidden />
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
