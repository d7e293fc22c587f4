//! The commands of the overview.

use api::insights::ChargeRow;
use api::overview::{Fees, MonthSpan, Overview, OverviewScope, Spending};
use tauri::State;

use super::{Answer, on_worker};
use crate::Shared;

#[tauri::command]
pub(super) async fn get_overview(
    app: State<'_, Shared>,
    scope: OverviewScope,
    span: Option<MonthSpan>,
) -> Answer<Overview> {
    on_worker(app, move |app| app.get_overview(&scope, span.as_ref())).await
}

#[tauri::command]
pub(super) async fn list_spending(
    app: State<'_, Shared>,
    scope: OverviewScope,
    span: MonthSpan,
    by_category: bool,
) -> Answer<Spending> {
    on_worker(app, move |app| {
        app.list_spending(&scope, &span, by_category)
    })
    .await
}

#[tauri::command]
pub(super) async fn list_charges(app: State<'_, Shared>) -> Answer<Vec<ChargeRow>> {
    on_worker(app, |app| app.list_charges()).await
}

#[tauri::command]
pub(super) async fn get_fees(
    app: State<'_, Shared>,
    scope: OverviewScope,
    year: Option<i32>,
) -> Answer<Fees> {
    on_worker(app, move |app| app.get_fees(&scope, year)).await
}
