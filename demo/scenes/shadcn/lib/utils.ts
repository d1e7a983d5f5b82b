/** As shadcn/ui's, whose `cn` also resolves conflicts between classes. */
export function cn(...classes: readonly (string | false | undefined)[]): string {
  return classes.filter(Boolean).join(" ");
}
