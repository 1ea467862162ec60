import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router-dom';
import { queryClient } from './api/query-client';
import { LoginPage } from './session/login-page';
import { RequireSession } from './session/require-session';
import { useSession } from './session/use-session';
import { Frame } from './shell/frame';
import { LostPage } from './shell/lost-page';
import { RequireRole } from './shell/require-role';
import { sectionsFor } from './shell/sections';
import { EmptyState, LoadingRows } from './states/states';
import { antdTheme } from './theme/antd-theme';
import { useThemeName } from './theme/use-theme-name';

const ReviewPage = lazy(async () => ({ default: (await import('./review/review-page')).ReviewPage }));
const CounterPage = lazy(async () => ({ default: (await import('./counter/counter-page')).CounterPage }));

const page = (element: React.ReactNode) => (
  <Suspense fallback={<LoadingRows rows={8} label="正在打开页面" />}>{element}</Suspense>
);

const router = createBrowserRouter(
  [
    { path: '/login', element: <LoginPage /> },
    {
      element: <RequireSession>{(session) => <Frame session={session} />}</RequireSession>,
      errorElement: <LostPage />,
      children: [
        { index: true, element: <FirstPage /> },
        {
          path: 'review/:caseId?',
          element: <RequireRole section="/review">{page(<ReviewPage />)}</RequireRole>,
        },
        { path: 'counter', element: <RequireRole section="/counter">{page(<CounterPage />)}</RequireRole> },
      ],
    },
    { path: '*', element: <LostPage /> },
  ],
  { basename: '/console' },
);

/** Opens the first thing that the official can do. */
function FirstPage() {
  const session = useSession();
  const first = sectionsFor(session?.staff.roles ?? [])[0];
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return (
    <EmptyState
      title="您的账号还没有可用的功能"
      text="审核和窗口核验需要相应的岗位权限，请联系管理员开通。"
    />
  );
}

/** The desk: theme, language, server state and pages. */
export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme(useThemeName())} button={{ autoInsertSpace: false }}>
      <AntApp style={{ height: '100%' }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
