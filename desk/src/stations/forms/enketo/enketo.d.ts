// What is used of enketo-core, which brings no types.
declare module "enketo-core" {
  export class Form {
    constructor(
      element: HTMLFormElement,
      data: { modelStr: string; instanceStr?: string; submitted?: boolean },
      options: { language: string },
    );
    readonly languages: string[];
    readonly langs: { setFormUi(language: string): void };
    readonly model: { events: EventTarget };
    /** Gives what is wrong with the form itself. */
    init(): string[];
    validate(): Promise<boolean>;
    getDataStr(include?: { irrelevant?: boolean }): string;
    resetView(): Element | null;
  }
}
