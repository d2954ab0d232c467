interface TemplatePart {
  text: string
  template: boolean
}

/** "Filed as {{nodes.file.output.url}}" as what stands there and what is filled in while it runs. */
export const templateParts = (text: string): TemplatePart[] =>
  text
    .split(/(\{\{[^{}]*\}\})/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, template: part.startsWith('{{') && part.endsWith('}}') }))
