import { theme, type ThemeConfig } from 'antd';
import { dark, highContrast, light, type ColourRoles } from '@yuezheng/design-tokens';

export type ThemeName = 'light' | 'dark' | 'contrast';

const ROLES: Readonly<Record<ThemeName, ColourRoles>> = { light, dark, contrast: highContrast };

export const FONT =
  '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

/** The design tokens in antd's words. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const roles = ROLES[name];
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: roles.button,
      colorLink: roles.accent,
      colorError: roles.bad,
      colorSuccess: roles.ok,
      colorWarning: roles.warn,
      colorText: roles.ink,
      colorTextSecondary: roles.inkSecondary,
      colorWarningBg: roles.warnTint,
      colorWarningBorder: roles.warn,
      colorErrorBg: roles.badTint,
      colorErrorBorder: roles.bad,
      colorTextPlaceholder: roles.inkHint,
      colorBorder: roles.line,
      colorBgContainer: roles.card,
      colorBgElevated: roles.card,
      colorBgLayout: roles.ground,
      borderRadius: 10,
      controlHeight: 40,
      fontSize: 15,
      fontFamily: FONT,
    },
    components: {
      Button: {
        borderRadius: 14,
        controlHeight: 44,
        fontWeight: 600,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      // A box that is almost as light as the card is not seen to be one.
      Checkbox: { colorBorder: roles.inkHint },
      Modal: { borderRadiusLG: 16 },
    },
  };
}
