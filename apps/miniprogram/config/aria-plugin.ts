interface MiniPlatform {
  readonly ctx: unknown;
  readonly template: { mergeComponents(ctx: unknown, components: Record<string, Record<string, string>>): void };
}

interface PluginContext {
  registerMethod(method: { name: string; fn(platform: MiniPlatform): void }): void;
}

const labelled = { 'aria-label': '', 'aria-role': '', 'aria-hidden': '' };

/**
 * Lets the templates for WeChat carry what screen readers need: Taro leaves these attributes out.
 * In the browser they are attributes already.
 */
export default function ariaPlugin(ctx: PluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(platform.ctx, {
        View: { ...labelled, 'aria-checked': '', 'aria-disabled': '', 'aria-selected': '' },
        Image: labelled,
        Button: labelled,
        Input: labelled,
        Textarea: labelled,
        Text: labelled,
        Canvas: labelled,
      });
    },
  });
}
