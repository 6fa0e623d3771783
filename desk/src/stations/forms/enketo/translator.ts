// What Enketo would say by itself is said by the station, in the language of the screen.
export function t(key: string): string {
  return key;
}
