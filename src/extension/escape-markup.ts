const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text, and for attribute values in double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? '');
}
