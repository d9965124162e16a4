type LackingField = { readonly input: HTMLInputElement | HTMLTextAreaElement; readonly label: string }

/** The fields of a form that are required and empty, or hold what cannot be read, in their order; `label`: without its star. */
export function lackingFields(form: HTMLFormElement): readonly LackingField[] {
  const inputs = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
  return inputs.filter(isLacking).map((input) => ({ input, label: labelOf(input) }))
}

const isLacking = (input: HTMLInputElement | HTMLTextAreaElement): boolean =>
  input.type !== 'hidden' &&
  ((input.required && input.value.trim() === '') || input.getAttribute('aria-invalid') === 'true')

const labelOf = (input: HTMLInputElement | HTMLTextAreaElement): string =>
  (input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent ?? '').replace(/\s*\*$/, '').trim()
